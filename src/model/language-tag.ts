/** The names by which HTML, PDF and Word know languages (BCP 47, RFC 5646), and what they tell. */

/** RFC 5646, 2.1, from the language to what is private; grandfathered tags have better ones by now. */
const FORM =
  /^([a-z]{2,3})(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?$/i;

const LONGEST = 35;

/** ISO 639-1, to which no code is added any more. */
const TWO_LETTERS: ReadonlySet<string> = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en ' +
    'eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ' +
    'ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ' +
    'ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st ' +
    'su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
);

/**
 * Whether it is a tag that can stand for a language, such as `es`, `pt-BR` or `zh-Hans`: of the form of BCP 47, and of
 * two letters only where ISO 639-1 has them. A code of three letters, of which there are thousands, is taken at its word.
 */
export function isLanguageTag(tag: string): boolean {
  const [, code = ''] = tag.length > LONGEST ? [] : (FORM.exec(tag) ?? []);
  return code.length === 3 || TWO_LETTERS.has(code.toLowerCase());
}

/** The code of the language with this English name, in any case; undefined where it is none that has two letters. */
export function findLanguageCode(name: string): string | undefined {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const wanted = name.trim().toLowerCase();
  return [...TWO_LETTERS].find((code) => names.of(code)?.toLowerCase() === wanted);
}

/** Whether both are the same language, wherever and in whatever letters it is written. */
export const isSameLanguage = (one: string, other: string): boolean => codeOf(one) === codeOf(other);

const codeOf = (tag: string) => tag.toLowerCase().split('-', 1)[0];

/** Scripts that run from right to left (Unicode Standard, ISO 15924). */
const RIGHT_TO_LEFT = /^(?:adlm|arab|aran|hebr|mand|mend|nkoo|rohg|samr|syrc|thaa|yezi)$/i;

/** Languages written in one of them, where the tag does not say in which (CLDR, likely scripts); of Arabic and its kin those that are spoken most. */
const BY_HABIT: ReadonlySet<string> = new Set(
  (
    'ar dv fa he iw ji ks ps sd ug ur yi acm aeb afb aii apc apd ajp arc arq ars ary arz azb bal bqi ckb glk haz hbo ' +
    'khw lki lrc luz mzn nqo pbt pbu pes pnb prs pst rhg sdh skr syc syr'
  ).split(' '),
);

/** Whether the language is written from right to left. */
export function isRightToLeft(tag: string): boolean {
  const script = tag.split('-').find((part, at) => at > 0 && part.length === 4 && /^[a-z]+$/i.test(part));
  return script === undefined ? BY_HABIT.has(codeOf(tag) ?? '') : RIGHT_TO_LEFT.test(script);
}
