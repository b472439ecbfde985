export { createTestDatabase, testNatsUrl, type TestDatabase } from './database.js';
export { startTestIssuer, type TestIssuer } from './issuer.js';
export { makeTestKeys } from './keys.js';
export { eventually, startTestService, type RequestOptions, type TestAnswer, type TestService } from './service.js';
export { makeTestToken } from './token.js';
