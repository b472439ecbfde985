/** The rules of the house (docs/architecture.md §2). */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'under ESM a cycle passes or crashes by import order',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-app-to-app',
      severity: 'error',
      comment: 'services meet only through contracts',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    { name: 'no-lib-to-app', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'kernel-imports-nothing',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: '[.]spec[.]ts$' },
      to: { pathNot: '^libs/kernel/' },
    },
    {
      name: 'pure-libs',
      severity: 'error',
      comment: 'standards and credential: kernel and their codecs only',
      from: { path: '^libs/(standards|credential)/', pathNot: '[.]spec[.]ts$' },
      to: { pathNot: '^(libs/(kernel|standards|credential)/|node_modules/(chinese-days|cborg)/|(node:)?crypto$)' },
    },
    {
      name: 'contracts-import-protobuf-only',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: '[.]spec[.]ts$' },
      to: { pathNot: '^(libs/contracts/|node_modules/@bufbuild/protobuf/)' },
    },
    {
      name: 'domain-files-are-pure',
      severity: 'error',
      comment: 'a file of an aggregate without a second dot holds decisions: no I/O',
      from: {
        path: '^apps/[^/]+/src/[^/]+/[^/.]+[.]ts$',
        pathNot: '^apps/(gateway|identity|portal)/|/migrations/|/problems[.]ts$',
      },
      to: { pathNot: '^(libs/(kernel|standards|credential)/|apps/[^/]+/src/[^/]+/[^/.]+[.]ts$)' },
    },
    {
      name: 'one-way-in',
      severity: 'error',
      comment: 'controllers and consumers go through the service',
      from: { path: '[.](controller|consumer)[.]ts$' },
      to: { path: '[.](repository|entity)[.]ts$' },
    },
    { name: 'no-barrel-in-apps', severity: 'error', from: {}, to: { path: '^apps/(?!portal/).*/index[.]ts$' } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|apps/portal|libs/contracts/src/gen)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json', '.node'],
    },
  },
};
