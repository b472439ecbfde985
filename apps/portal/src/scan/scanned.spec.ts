import { describe, expect, it } from '@jest/globals';
import { scannedOf } from './scanned.ts';

const HOST = 'zs.example.gov.cn';
const TOKEN = 'AbCdEfGhIjKlMnOpQrStU_';

describe('the text of a code', () => {
  it('is a token when it is a link of this site', () => {
    expect(scannedOf(`https://${HOST}/v/${TOKEN}`, HOST)).toEqual({ kind: 'token', token: TOKEN });
  });

  it('is a paper credential by its prefix', () => {
    expect(scannedOf(' JZ1:ABC ', HOST)).toEqual({ kind: 'paper', text: 'JZ1:ABC' });
  });

  it.each([
    ['another host', `https://zs.example.gov.cn.evil.example/v/${TOKEN}`, 'zs.example.gov.cn.evil.example'],
    ['a host behind a user name', `https://${HOST}@evil.example/v/${TOKEN}`, 'evil.example'],
    ['another port', `https://${HOST}:8443/v/${TOKEN}`, `${HOST}:8443`],
  ])('never leads to %s', (_name, text, host) => {
    expect(scannedOf(text, HOST)).toEqual({ kind: 'elsewhere', host });
  });

  it.each([
    ['a script', `javascript:alert(1)//${HOST}/v/${TOKEN}`],
    ['words', '焊工 三级'],
    ['a link with half a token', `https://${HOST}/v/AbC`],
    ['another page of this site', `https://${HOST}/staff`],
    ['a text that no certificate carries', `JZ1:${'A'.repeat(3000)}`],
  ])('is nothing when it is %s', (_name, text) => {
    expect(scannedOf(text, HOST)).toEqual({ kind: 'unknown' });
  });
});
