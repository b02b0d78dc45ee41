/** What is wrong with a link, in words: where it leads, or what it says of that. `words` are Markdown. */
export function linkFault(href: string, words: string, title?: string | null): string | undefined {
  if (!PLAIN_ADDRESS.test(href)) return 'a link that is not a plain https, tel or mailto address';
  if (title) return 'a link with a title, which nobody would see';
  if (!/[\p{L}\p{N}\p{Co}]/u.test(words)) return 'a link without words';
  return isAnother(href, words) ? 'a link whose words name another address' : undefined;
}

/**
 * A place on the web without a user's name before it, a number without codes that a phone would run, or a mail address
 * without copies or a text. No value comes into an address: values are private-use characters here.
 */
const PLAIN_ADDRESS =
  /^(?:https:\/\/[^\s/?#@\\\ue000-\uf8ff]+(?:[/?#][^\s\\\ue000-\uf8ff]*)?|tel:\+?\d[\d().-]*|mailto:[^\s?\ue000-\uf8ff]+)$/;

/** Words that are themselves an address or a number must be the one to which the link leads. */
function isAnother(href: string, words: string): boolean {
  const looksLikeOne = href.startsWith('tel:') ? /\d{3}/ : /:\/\/|^\s*www\.|@/i;
  return looksLikeOne.test(words) && !bare(href).endsWith(bare(words));
}

const bare = (address: string) =>
  address
    .replace(/^\s*(?:https|tel|mailto):/i, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
