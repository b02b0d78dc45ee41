/** The forms of postcodes, those that are hardest to mistake first. */
const FORMS = [
  // Britain and Canada.
  /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/,
  /\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b/,
  // Most others have digits alone, before or after the town; the Dutch have letters too, as some streets do.
  /\b\d{5}(?:-\d{4})?$|^(?:[A-Z]{1,2}-)?\d{5}\b/,
  /\b\d{4} ?[A-Z]{2}\b/,
  /\b\d{4}$|^(?:[A-Z]{1,2}-)?\d{4}\b/,
  /\b\d{3} \d{2}\b|\b\d{6}\b/,
];

/**
 * The postcode of an address, by which letters are sorted for the post; empty where none is found. It is looked for
 * from the last line up, as a country may stand below it, and never in the first line, which is a name.
 */
export function postcodeOf(address: readonly string[]): string {
  const lines = address.slice(1).reverse();
  for (const form of FORMS)
    for (const line of lines) {
      const [found] = form.exec(line.trim()) ?? [];
      if (found !== undefined) return found;
    }
  return '';
}
