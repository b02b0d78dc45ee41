import { expect, test } from 'vitest';
import { linkFault } from '../../src/language/link-fault.ts';

test.each([
  ['https://ferrylane.example', 'us'],
  ['https://ferrylane.example/a?b=c#d', 'us'],
  ['https://ferrylane.example:8443', 'us'],
  ['https://ferrylane.example', 'https://ferrylane.example/'],
  ['https://www.ferrylane.example', '**www.ferrylane.example**'],
  ['https://ferrylane.example', 'our page'],
  ['https://ferrylane.example/@us', 'us'],
  ['tel:312-555-0150', 'call'],
  ['tel:+13125550150', '312-555-0150'],
  ['tel:988', '988'],
  ['mailto:us@ferrylane.example', 'us@ferrylane.example'],
  ['mailto:us@ferrylane.example', '\ue000'],
])('%s, said as %j, is a plain link', (href, words) => {
  expect(linkFault(href, words)).toBeUndefined();
});

test.each([
  ['javascript:alert(1)', 'us'],
  ['http://ferrylane.example', 'us'],
  ['https:ferrylane.example', 'us'],
  ['https://us@example.org', 'us'],
  ['https://example.org\\@ferrylane.example', 'us'],
  ['https://example.org/\ue000', 'us'],
  ['tel:*31#', 'call'],
  ['tel:', 'call'],
  ['mailto:us@ferrylane.example?subject=a', 'write'],
  ['', 'us'],
])('%s is no plain address', (href, words) => {
  expect(linkFault(href, words)).toMatch(/plain https/);
});

test.each([
  ['https://example.org', 'https://ferrylane.example'],
  ['https://example.org', 'www.ferrylane.example'],
  ['https://example.org', 'us@ferrylane.example'],
  ['tel:312-555-0199', '312-555-0150'],
  ['mailto:us@example.org', 'us@ferrylane.example'],
])('%s cannot be called %s', (href, words) => {
  expect(linkFault(href, words)).toMatch(/another address/);
});

test('a link has words, and no title', () => {
  expect(linkFault('https://ferrylane.example', ' . ')).toMatch(/without words/);
  expect(linkFault('https://ferrylane.example', 'us', 'a title')).toMatch(/title/);
});
