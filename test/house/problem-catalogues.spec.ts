import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { platformProblems, type ProblemCatalogue } from '@app/platform';
import ts from 'typescript';
import { problems as agencyFiling } from '../../apps/agency-filing/src/problems.js';
import { problems as certificateIssuance } from '../../apps/certificate-issuance/src/problems.js';
import { problems as examScheduling } from '../../apps/exam-scheduling/src/problems.js';
import { problems as gateway } from '../../apps/gateway/src/problems.js';
import { identityProblems as identity } from '../../apps/identity/src/problems.js';
import { problems as publicVerification } from '../../apps/public-verification/src/problems.js';
import { problems as questionBank } from '../../apps/question-bank/src/problems.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CODE_FORM = /^[a-z][a-z-]*\/[a-z][a-z-]*$/;

/** A place in the code that throws a problem: its params are known when they are written as a literal. */
interface Thrown {
  at: string;
  code: string;
  params: string[] | undefined;
}

const OWN: Record<string, ProblemCatalogue> = {
  'apps/agency-filing': agencyFiling,
  'apps/question-bank': questionBank,
  'apps/exam-scheduling': examScheduling,
  'apps/certificate-issuance': certificateIssuance,
  'apps/public-verification': publicVerification,
  'apps/identity': identity,
  'apps/gateway': gateway,
};
const LIBS = ['libs/kernel', 'libs/standards', 'libs/messaging', 'libs/pdf', 'libs/platform'];

function sourcesOf(folder: string): ts.SourceFile[] {
  return readdirSync(path.join(ROOT, folder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/[.](int-)?spec[.]ts$/.test(name))
    .map((name) => {
      const file = path.join(folder, 'src', name);
      return ts.createSourceFile(file, readFileSync(path.join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
    });
}

/** The texts a code argument may have: a literal, or both arms of a choice. Undefined for anything else. */
function codesIn(node: ts.Expression | undefined): string[] | undefined {
  if (!node) return undefined;
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (!ts.isConditionalExpression(node)) return undefined;
  const arms = [codesIn(node.whenTrue), codesIn(node.whenFalse)];
  return arms.every((arm) => arm !== undefined) ? arms.flat() : undefined;
}

function keysIn(node: ts.Expression | undefined): string[] | undefined {
  if (!node) return [];
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const names = node.properties.map((property) => property.name?.getText().replaceAll("'", ''));
  return names.every((name) => name !== undefined) ? names : undefined;
}

function thrownIn(source: ts.SourceFile): Thrown[] {
  const found: Thrown[] = [];
  const visit = (node: ts.Node): void => {
    const at = `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isNewExpression(node) && node.expression.getText() === 'DomainError') {
      for (const code of codesIn(node.arguments?.[0]) ?? []) {
        found.push({ at, code, params: keysIn(node.arguments?.[1]) });
      }
    }
    if (ts.isCallExpression(node) && node.expression.getText() === 'assertTransition') {
      for (const aggregate of codesIn(node.arguments[0]) ?? []) {
        found.push({ at, code: `${aggregate}/illegal-transition`, params: ['from', 'to'] });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Every text of the sources that has the form of a code, however it reaches the error. */
function textsIn(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    // `roster/${why}`
    if (ts.isTemplateHead(node) && node.text.endsWith('/')) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Codes that no source says, whole or as a template's head and a word. */
function deadRows(catalogue: ProblemCatalogue, folders: readonly string[]): string[] {
  const sources = folders.flatMap(sourcesOf).filter(({ fileName }) => !fileName.endsWith('/problems.ts'));
  const said = new Set([...sources.flatMap(textsIn), ...sources.flatMap(thrownIn).map(({ code }) => code)]);
  return Object.keys(catalogue).filter((code) => {
    const [head, word] = code.split('/');
    return !said.has(code) && !(said.has(`${head}/`) && said.has(word ?? ''));
  });
}

const placeholders = (title: string): string[] =>
  [...title.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe.each(Object.entries({ ...OWN, 'libs/platform': platformProblems }))(
  'the problem catalogue of %s',
  (_name, own) => {
    const rows = Object.entries(own).map(([code, row]) => ({ code, ...row }));

    it('has codes of one form and a status that tells whose fault it is', () => {
      expect(rows.filter(({ code }) => !CODE_FORM.test(code))).toEqual([]);
      expect(rows.filter(({ status }) => !Number.isInteger(status) || status < 400 || status > 599)).toEqual([]);
    });

    it('says everything in Chinese and in English', () => {
      expect(rows.filter(({ zh }) => !/\p{Script=Han}/u.test(zh))).toEqual([]);
      expect(rows.filter(({ en }) => !/^[A-Z{][\w{}'(),; -]{8,}/.test(en))).toEqual([]);
    });

    it('tells the same values in both languages', () => {
      // A row that takes a ready sentence takes one per language.
      const told = (title: string): string[] =>
        placeholders(title).map((name) => name.replace(/^(zh|en)$/, 'sentence'));
      expect(rows.filter(({ zh, en }) => told(zh).join() !== told(en).join())).toEqual([]);
    });
  },
);

describe.each(Object.entries(OWN))('the problems that %s throws', (folder, own) => {
  const thrown = sourcesOf(folder).flatMap(thrownIn);
  const known: ProblemCatalogue = { ...platformProblems, ...own };

  it('are all in its catalogue', () => {
    expect(thrown.filter(({ code }) => !Object.hasOwn(known, code))).toEqual([]);
  });

  it('fill every placeholder of their row', () => {
    const unfilled = thrown.flatMap(({ at, code, params }) => {
      const row = known[code];
      if (!row || !params) return [];
      const missing = [...placeholders(row.zh), ...placeholders(row.en)].filter((name) => !params.includes(name));
      return missing.length > 0 ? [{ at, code, missing }] : [];
    });
    expect(unfilled).toEqual([]);
  });

  it('redefine no problem of the platform', () => {
    expect(Object.keys(own).filter((code) => Object.hasOwn(platformProblems, code))).toEqual([]);
  });

  it('are all that its catalogue lists: no row is dead', () => {
    expect(deadRows(own, [folder, ...LIBS])).toEqual([]);
  });
});

describe('the problems that the platform throws', () => {
  it('are all in its catalogue', () => {
    const thrown = ['libs/messaging', 'libs/platform'].flatMap(sourcesOf).flatMap(thrownIn);
    expect(thrown.length).toBeGreaterThan(15);
    expect(thrown.filter(({ code }) => !Object.hasOwn(platformProblems, code))).toEqual([]);
  });

  it('and the services throw are all that its catalogue lists: no row is dead', () => {
    expect(deadRows(platformProblems, [...LIBS, ...Object.keys(OWN)])).toEqual([]);
  });
});

it('the search for thrown problems finds what the services throw', () => {
  const found = Object.keys(OWN).flatMap(sourcesOf).flatMap(thrownIn);
  expect(found.length).toBeGreaterThan(60);
  expect(found).toContainEqual(expect.objectContaining({ code: 'filing/not-editable', params: ['state'] }));
});
