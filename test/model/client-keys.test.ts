import { expect, test } from 'vitest';
import { clientSchema } from '../../src/model/client.ts';
import { describeSchema, type SchemaShape } from '../../src/model/describe-schema.ts';

function listLeaves(shape: SchemaShape, path: string): { path: string; about: object; isChoice: boolean }[] {
  if (shape.kind === 'list') return listLeaves(shape.item, `${path}[]`);
  if (shape.kind === 'record')
    return shape.keys.flatMap(({ key, shape: inner }) => listLeaves(inner, `${path}.${key}`));
  return [{ path, about: shape.about, isChoice: shape.values !== undefined }];
}

test.each(listLeaves(describeSchema(clientSchema), ''))(
  '$path is described in full: label, question, example, and who may know it',
  ({ about }) => {
    expect(about).toMatchObject({
      label: expect.stringMatching(/\w/),
      question: expect.stringMatching(/[?.]$/),
      example: expect.stringMatching(/\w/),
      level: expect.stringMatching(/^(vague|minimal|detailed|private)$/),
    });
  },
);
