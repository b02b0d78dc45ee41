import { expect, test } from 'vitest';
import {
  findLanguageCode,
  isLanguageTag,
  isRightToLeft,
  isSameLanguage,
} from '../../src/model/language-tag.ts';

test.each([
  'es',
  'ES',
  'pt-BR',
  'zh-Hans',
  'zh-Hant-TW',
  'es-419',
  'sr-Latn',
  'hmn',
  'quc',
  'de-1996',
  'sl-rozaj-biske',
  'en-GB-oxendict',
  'zh-cmn-Hans-CN',
  'ar-u-nu-latn',
  'en-x-ours',
])('%s is a tag of BCP 47', (tag) => {
  expect(isLanguageTag(tag)).toBe(true);
});

test.each([
  '',
  'e',
  'sp',
  'cn',
  'spanish',
  'Spanish',
  'es_MX',
  'es-',
  '-es',
  'es MX',
  'es-Mexico City',
  'español',
  'x-ours',
  'i-klingon',
  'es\n',
  'zh-Hans-Hans-Hans-CN',
  'es-u',
  `es-x-${'a-'.repeat(20)}a`,
  'the other one',
])('%j is none', (tag) => {
  expect(isLanguageTag(tag)).toBe(false);
});

test('a language is found by its English name', () => {
  expect(['Spanish', ' arabic', 'VIETNAMESE', 'Chinese'].map(findLanguageCode)).toEqual([
    'es',
    'ar',
    'vi',
    'zh',
  ]);
  expect(['sp', '', 'mexican'].map(findLanguageCode)).toEqual([undefined, undefined, undefined]);
});

test('languages have a direction, by their script where that is said', () => {
  expect(
    ['ar', 'ar-EG', 'he', 'fa', 'ur-PK', 'yi', 'prs', 'pa-Arab', 'az-arab-IR'].filter(isRightToLeft),
  ).toHaveLength(9);
  expect(
    ['en', 'es', 'zh-Hans', 'arn', 'hi', 'pa', 'ar-Latn', 'ur-Latn-PK', 'de-1996'].filter(isRightToLeft),
  ).toEqual([]);
});

test('a language is the same in every country and script', () => {
  expect(isSameLanguage('en-US', 'EN')).toBe(true);
  expect(isSameLanguage('es', 'est')).toBe(false);
});
