import { expect, test } from 'vitest';
import { annotateClient } from '../../src/model/annotate-client.ts';
import { clientSchema } from '../../src/model/client.ts';
import { describeSchema, type SchemaShape } from '../../src/model/describe-schema.ts';
import { parseClient } from '../../src/model/parse-client.ts';

const keysOf = (shape: SchemaShape): string[] => {
  if (shape.kind === 'record') return shape.keys.flatMap(({ key, shape: inner }) => [key, ...keysOf(inner)]);
  return shape.kind === 'list' ? keysOf(shape.item) : [];
};

test('every key of the schema stands in the annotated file', () => {
  const text = annotateClient();
  expect(
    keysOf(describeSchema(clientSchema)).filter((key) => !new RegExp(`^#? *(- )?${key}:`, 'm').test(text)),
  ).toEqual([]);
});

test('as it is handed out the file is YAML, and asks for what must be there and for nothing else', () => {
  const { problems } = parseClient(annotateClient(), 'new.yaml');
  expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['key-missing']));
  expect(problems.map(({ place }) => place.line)).toEqual(
    [...problems.map(({ place }) => place.line)].sort((a, b) => a - b),
  );
});

test('with its marks taken away it knows every key', () => {
  const { problems } = parseClient(annotateClient().replace(/^#(?!#)/gm, ''), 'new.yaml');
  expect(problems.filter(({ code }) => code === 'key-unknown' || code === 'yaml-syntax')).toEqual([]);
});
