/** Where in read data something stands: keys of groups and numbers of lists, from the outside in. */
export type Path = readonly PropertyKey[];

/** What was written at the path; undefined where nothing was. */
export function valueAt(data: unknown, path: Path): unknown {
  let here = data;
  for (const part of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = Object.hasOwn(here, part) ? (here as Record<PropertyKey, unknown>)[part] : undefined;
  }
  return here;
}

/** Whether nothing was written at the path. */
export const isMissing = (data: unknown, path: Path) => (valueAt(data, path) ?? undefined) === undefined;
