import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@app/kernel';
import { BadRequestException, HttpException, ImATeapotException, NotFoundException } from '@nestjs/common';
import { asDomainError } from './problem.filter.js';

const withStatus = (statusCode: number): Error => Object.assign(new Error('geheim'), { statusCode });

describe('whatever was thrown', () => {
  it.each([
    ['an exception of the framework', new NotFoundException('geheim'), 'request/not-found'],
    ['a bad request', new BadRequestException('geheim'), 'request/malformed'],
    ['a status of the HTTP server', withStatus(413), 'request/too-large'],
    ['a media type', withStatus(415), 'request/unsupported-media-type'],
    ['a status nobody foresaw', new ImATeapotException('geheim'), 'service/internal'],
    ['its own 500', new HttpException('geheim', 500), 'service/internal'],
    ['an error', new Error('geheim'), 'service/internal'],
    ['a text', 'geheim', 'service/internal'],
    ['nothing', undefined, 'service/internal'],
    ['null', null, 'service/internal'],
    ['a lost database connection', new Error('Connection terminated unexpectedly'), 'service/unavailable'],
    ['a database that is shutting down', Object.assign(new Error('geheim'), { code: '57P01' }), 'service/unavailable'],
    ['a full disk', Object.assign(new Error('geheim'), { driverError: { code: '53100' } }), 'service/unavailable'],
    ['a duplicate key', Object.assign(new Error('geheim'), { driverError: { code: '23505' } }), 'service/internal'],
  ])('%s becomes a code and leaves its text behind', (_what, thrown, code) => {
    const error = asDomainError(thrown);
    expect([error.code, error.params, error.faults]).toEqual([code, {}, []]);
    expect(error.message).not.toContain('geheim');
  });

  it('a decision stays what it is', () => {
    const error = new DomainError('filing/exists', { state: 'open' });
    expect(asDomainError(error)).toBe(error);
  });
});
