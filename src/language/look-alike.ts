/** Characters that pass for others or cannot be seen: refused in fixed wording, seen through where phrases are looked for. */

/** A character that is not what it seems, said in words, and where it stands. */
export interface Disguise {
  readonly what: string;
  readonly offset: number;
}

/** The first of each kind of disguise in a text, in the order of the list below; an honest text has none. */
export function findDisguises(text: string): Disguise[] {
  if (PLAIN.test(text)) return [];
  return DISGUISES.flatMap(({ what, pattern }) => {
    const offset = text.search(pattern);
    return offset < 0 ? [] : [{ what, offset }];
  });
}

/** What an English keyboard has; nearly all wording is no more. */
const PLAIN = /^[\t\n\x20-\x7e’…—–“”]*$/;

/** Wide spaces are white space, not disguises; a tab is one as well. */
const DISGUISES: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  {
    what: 'an invisible character',
    pattern:
      /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]|(?![\t\n])\p{Cc}/u,
  },
  { what: 'a sign for a character that was lost', pattern: /[\ufffc\ufffd]/u },
  {
    what: 'a word with letters of two alphabets',
    pattern:
      /(?<![\p{L}\p{M}])(?=[\p{L}\p{M}]*\p{Script=Latin})[\p{L}\p{M}]*(?![\p{Script=Latin}\p{Script=Common}])\p{L}/u,
  },
  {
    what: 'a letter of a wide or mathematical kind',
    pattern: /[\uff21-\uff3a\uff41-\uff5a\u{1d400}-\u{1d7ff}]/u,
  },
];

/**
 * The text with letters of other alphabets that look like small or capital Latin ones in their place. Expects text
 * without accents; meant for comparing, never for showing.
 */
export const foldLookAlikes = (text: string) =>
  /[^\0-\x7f]/.test(text) ? text.replace(LOOK_ALIKE, (letter) => LATIN.get(letter) ?? letter) : text;

/** Cyrillic, then Greek, then Latin's own, with strokes and as small capitals, then Armenian and Cherokee; each beside the letter it is taken for. After Unicode's confusables.txt. */
const PAIRS =
  'АaВbЕeЅsІiЈjКkМmНhОoРpСcТtУyХxаaеeѕsіiјjкkоoрpсcуyхxһhӏlӀlԁdԛqԝwѵv' +
  'ΑaΒbΕeΖzΗhΙiΚkΜmΝnΟoΡpΤtΥyΧxαaγyιiκkνvοoρpυuχxϲcϳj' +
  'ıiȷjɑaɡgɩi' +
  'ŧtŦtħhĦhɇeɆełlŁlđdĐdøoØoɨi' +
  'ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz' +
  'օoոnսuհhցgᎠdᎡrᎢtᎥiᎪaᎫjᎬeᎳwᎷmᎻhᎽyᏀgᏃzᏚsᏞlᏟcᏢpᏴb';
const LATIN = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, n) => [PAIRS[2 * n] ?? '', PAIRS[2 * n + 1] ?? '']),
);
const LOOK_ALIKE = new RegExp(`[${[...LATIN.keys()].join('')}]`, 'g');
