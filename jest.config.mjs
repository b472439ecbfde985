/** Unit specs are pure; integration specs have a database server and a broker; wall specs have checks taken out. */
const swc = {
  module: { type: 'es6' },
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
  },
};
const shared = {
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^@app/(\\w+)$': '<rootDir>/libs/$1/src/index.ts', '^(\\.{1,2}/.*)\\.js$': '$1' },
  setupFiles: ['reflect-metadata'],
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/deploy', '<rootDir>/test'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
};
const transform = { '^.+\\.ts$': ['@swc/jest', swc] };
const servers = {
  globalSetup: '<rootDir>/deploy/local/test-servers.ts',
  globalTeardown: '<rootDir>/deploy/local/test-servers-stop.ts',
};

export default {
  projects: [
    { ...shared, displayName: 'unit', transform, testMatch: ['**/*.spec.ts'] },
    { ...shared, ...servers, displayName: 'integration', transform, testMatch: ['**/*.int-spec.ts'] },
    {
      ...shared,
      ...servers,
      displayName: 'walls',
      transform: { '^.+\\.ts$': ['<rootDir>/test/house/removable-checks.mjs', swc] },
      testMatch: ['**/*.wall-spec.ts'],
    },
  ],
  maxWorkers: 2,
  testTimeout: 60_000,
};
