import { callJson } from './http.ts';

interface Answered {
  responses: { 200: { content: { 'application/json': unknown } } };
}
type GetPath<Paths> = {
  [P in keyof Paths]: Paths[P] extends { get: Answered } ? P : never;
}[keyof Paths] &
  string;
type GetOf<Paths, P extends keyof Paths> = Paths[P] extends { get: infer Operation extends Answered }
  ? Operation
  : never;
type AnswerOf<Operation extends Answered> = Operation['responses'][200]['content']['application/json'];
type ParametersOf<Operation> = Operation extends { parameters: infer Parameters } ? Parameters : never;
type QueryOf<Operation> = ParametersOf<Operation> extends { query?: infer Query } ? Query : never;
type PathOf<Operation> = ParametersOf<Operation> extends { path: infer Values extends object } ? Values : undefined;

type Asked<Operation> = {
  query?: QueryOf<Operation>;
  signal?: AbortSignal;
} & (PathOf<Operation> extends undefined ? { path?: undefined } : { path: PathOf<Operation> });

/** `/bodies/{siteCode}` and its values, with the questions that have an answer. */
export function addressOf(path: string, values: object = {}, query: object = {}): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(String((values as Record<string, unknown>)[name] ?? '')),
  );
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString();
  return search ? `${filled}?${search}` : filled;
}

/** Reads of one service, with the paths, questions and answers of its OpenAPI document. */
export function readerOf<Paths extends object>(service: string) {
  return <P extends GetPath<Paths>>(path: P, asked: Asked<GetOf<Paths, P>>): Promise<AnswerOf<GetOf<Paths, P>>> =>
    callJson(`/api/${service}${addressOf(path, asked.path, asked.query ?? {})}`, {
      ...(asked.signal ? { signal: asked.signal } : {}),
    });
}
