/** What is wrong with a value, in words for whoever typed it; never the value itself. */

/** What the schema library says of a value: its own code, and what was wanted. */
interface ValueIssue {
  readonly code?: string | undefined;
  readonly message: string;
  readonly expected?: string;
  readonly values?: readonly unknown[];
  readonly maximum?: number | bigint;
  readonly minimum?: number | bigint;
  readonly origin?: string;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

/** The rest of a sentence that begins with the key: "must be a list", "is longer than 40 characters". */
export function refusalReason(issue: ValueIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'string'
        ? 'must be words (put quotes around a number)'
        : `must be a ${KINDS[issue.expected ?? ''] ?? issue.expected}`;
    case 'invalid_value':
      return `must be one of: ${(issue.values ?? []).join(', ')}`;
    case 'too_big':
      return `is longer than ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
    case 'too_small':
      return `must be at least ${issue.minimum}`;
    case 'custom':
      return String(issue.params?.['why'] ?? 'is not allowed');
    default:
      return FORMS[issue.message] ?? 'is not in the right form';
  }
}

const FORMS: Readonly<Record<string, string>> = {
  date: 'must be a day such as 2026-12-01',
  time: 'must be a time such as "14:30", in quotes',
};

const KINDS: Readonly<Record<string, string>> = {
  object: 'group of keys',
  record: 'group of keys',
  array: 'list',
  boolean: 'yes or no, written true or false',
  int: 'whole number',
};
