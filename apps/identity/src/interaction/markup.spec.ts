import { expect, test } from '@jest/globals';
import { markup, rawHtml } from './markup.js';

test('values are escaped, markup inside markup is not', () => {
  const inner = markup`<b>${'<script>"&\''}</b>`;
  expect(markup`<p title="${'"'}">${inner}${rawHtml('<i>')}</p>`.text).toBe(
    '<p title="&quot;"><b>&lt;script&gt;&quot;&amp;&#39;</b><i></p>',
  );
});

test('an empty text is a value too', () => {
  expect(markup`[${''}${0}]`.text).toBe('[0]');
});
