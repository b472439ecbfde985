import { create, fromJson, getOption, hasOption, toJson } from '@bufbuild/protobuf';
import type { DescMessage, JsonValue, MessageInitShape, MessageShape } from '@bufbuild/protobuf';
import { subject as subjectOption } from './gen/jiangzheng/event/v1/event_pb.js';

const SUBJECT_FORM = /^[a-z][a-z-]*\.[a-z][a-z-]*\.[a-z][a-z-]*\.v[1-9]\d*$/;

/**
 * The JetStream subject that the contract gives an event, for example `agency-filing.filing.filed.v1`.
 * @throws Error when the message carries no subject option of the right form: it is not an event
 */
export function subjectOf(schema: DescMessage): string {
  const subject = hasOption(schema, subjectOption) ? getOption(schema, subjectOption) : '';
  if (!SUBJECT_FORM.test(subject)) throw new Error(`${schema.typeName} has no subject option: it is not an event`);
  return subject;
}

/** The publishing service of a subject: its first token. */
export function publisherOf(subject: string): string {
  return subject.slice(0, subject.indexOf('.'));
}

/** The aggregate of a subject: its second token. */
export function aggregateOf(subject: string): string {
  return subject.split('.')[1] ?? '';
}

/** proto3 JSON of an event; defaults are omitted. */
export function encodeEvent<Desc extends DescMessage>(schema: Desc, init: MessageInitShape<Desc>): JsonValue {
  return toJson(schema, create(schema, init));
}

/** Unknown fields are ignored, so that a reader survives a writer that is one version ahead. */
export function decodeEvent<Desc extends DescMessage>(schema: Desc, json: JsonValue): MessageShape<Desc> {
  return fromJson(schema, json, { ignoreUnknownFields: true });
}
