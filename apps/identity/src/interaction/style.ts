/** The whole look of our pages, that of the portal; nothing is fetched from anywhere. */
export const STYLE = `
*{box-sizing:border-box}
html{font-family:"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",
"Source Han Sans SC","WenQuanYi Micro Hei",system-ui,sans-serif;line-height:1.65;color:#14272e;background:#f4f6f5;
-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;align-items:center;padding:0 1rem 2rem}
header{align-self:stretch;margin:0 -1rem 2rem;padding:.75rem 1rem;background:#fff;border-bottom:1px solid #cfd9d9}
.brand{display:flex;align-items:center;gap:.625rem;max-width:25rem;margin:0 auto;font-size:1.0625rem;font-weight:600;
line-height:1.25}
.brand svg{flex:none}
.brand small{display:block;font-size:.8125rem;font-weight:400;color:#4a6069}
main{width:100%;max-width:25rem;background:#fff;border:1px solid #cfd9d9;border-radius:6px;padding:1.5rem}
h1{margin:0 0 1rem;font-size:1.5rem;font-weight:600;line-height:1.3}
h1 .en{font-size:1rem}
.en{display:block;font-size:.875em;font-weight:400;color:#4a6069}
p{margin:0 0 1rem}
label{display:block;margin:1rem 0 .375rem;font-weight:600}
label .en{display:inline;margin-left:.375rem}
input{display:block;width:100%;min-height:46px;padding:.5rem .75rem;font:inherit;color:inherit;background:#fff;
border:1px solid #7b8f95;border-radius:6px}
input[aria-invalid]{border-color:#a3231b;box-shadow:inset 3px 0 0 #a3231b}
button{display:block;width:100%;min-height:46px;margin-top:1.5rem;padding:.5rem 1rem;font:inherit;font-weight:600;
border:1px solid #0f4c5c;border-radius:6px;cursor:pointer;color:#fff;background:#0f4c5c}
button:hover{background:#0a3743}
button.plain{margin-top:.75rem;color:#0f4c5c;background:#fff}
button.plain:hover{background:#e6f0f1}
button .en{display:inline;margin-left:.375rem;color:inherit}
input:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid #b96f00;outline-offset:2px}
.fault{margin:0 0 1rem;padding:.75rem 1rem;border:1px solid #a3231b;border-radius:6px;background:#fbeeec}
.fault p{margin:0}
.code{font-size:.875rem;color:#4a6069;overflow-wrap:anywhere}
a{color:#0f4c5c}
.hint{margin:.25rem 0 .375rem;font-size:.875rem;color:#4a6069}
.notice{margin:0 0 1rem;padding:.75rem 1rem;border:1px solid #2c7a4b;border-radius:6px;background:#eaf5ee}
.notice p,.hint p{margin:0}
ol.steps{margin:0 0 1rem;padding-left:1.25rem}
ol.steps li{margin-bottom:.75rem}
.qr{margin:.5rem 0 1rem;padding:.75rem;border:1px solid #cfd9d9;border-radius:6px;background:#fff}
.qr svg{display:block;width:100%;max-width:13rem;height:auto;margin:0 auto}
.secret{display:block;padding:.5rem .75rem;border-radius:6px;background:#f4f6f5;font-size:1.0625rem;letter-spacing:.03em;
overflow-wrap:anywhere;user-select:all}
.secret,.codes{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
input.code{font-size:1.375rem;letter-spacing:.2em;font-variant-numeric:tabular-nums}
ol.codes{margin:0 0 1rem;padding:1rem 1rem 1rem 2.75rem;border-radius:6px;background:#f4f6f5;font-size:.9375rem}
ol.codes li{padding:.3125rem 0}
ol.codes li+li{border-top:1px solid #cfd9d9}
details{margin-top:1.25rem;padding-top:1rem;border-top:1px solid #cfd9d9}
summary{cursor:pointer;color:#0f4c5c;font-weight:600}
summary .en{display:inline;margin-left:.375rem}
summary:focus-visible{outline:3px solid #b96f00;outline-offset:2px}
.foot{margin:1.25rem 0 0;padding-top:1rem;border-top:1px solid #cfd9d9;font-size:.9375rem}
.foot .en{display:inline;margin-left:.375rem}
h2{margin:2rem 0 .75rem;padding-top:1.5rem;border-top:1px solid #cfd9d9;font-size:1.1875rem;line-height:1.3}
h2 .en{display:inline;margin-left:.375rem}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.375rem 1rem;margin:0 0 .25rem}
dl.facts dt{color:#4a6069;font-size:.875rem}
dl.facts dt .en{font-size:1em}
dl.facts dd{margin:0;overflow-wrap:anywhere}
ul.sessions{list-style:none;margin:0;padding:0}
ul.sessions li{margin-bottom:.75rem;padding:.875rem 1rem;border:1px solid #cfd9d9;border-radius:6px}
ul.sessions li.own{border-color:#2c7a4b}
ul.sessions dl.facts{margin-top:.5rem}
ul.sessions button{margin-top:.75rem}
.tag{display:inline-block;margin-left:.5rem;padding:0 .5rem;border-radius:4px;background:#eaf5ee;color:#1d5a36;
font-size:.8125rem;font-weight:600}
.tag .en{display:inline;color:inherit;font-size:1em}
.act{display:inline-block;min-height:46px;padding:.625rem 1rem;border:1px solid #0f4c5c;border-radius:6px;font-weight:600;
text-decoration:none}
.act:hover{background:#e6f0f1}
.act .en{display:inline;margin-left:.375rem;color:inherit}
.acts{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1rem}
.wide main,.wide .brand{max-width:44rem}
@media (min-width:700px){.wide ul.sessions li{display:grid;grid-template-columns:1fr auto;align-items:center;gap:0 1rem}
.wide ul.sessions button{width:auto;margin:0}.wide form.narrow{max-width:25rem}}
@media print{header,button,.foot,.no-print{display:none}body{background:#fff}main{border:0;max-width:none}}
@media (max-width:480px){header{margin-bottom:1rem}main{padding:1.25rem}}
`;
