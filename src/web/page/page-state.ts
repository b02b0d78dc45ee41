import { computed, signal } from '@preact/signals';
import { isExpired, type PageData } from '../../library/page-data.ts';
import type { WordingSource } from '../wording-source.ts';

/**
 * What the page as a whole knows, as signals. Nothing in it is about a client: that is `case/case-state.ts`. A screen
 * reads `.value` while it renders, and is rendered again when that changes.
 */

/** The wording, once it is read; every screen is shown only then. */
export const source = signal<WordingSource | undefined>(undefined);

/** The wording's data; undefined before it is read. */
export const pageData = computed((): PageData | undefined => source.value?.data);

/** The day where the practice is, `YYYY-MM-DD`; empty before the wording is read. */
export const today = signal('');

/** Whether the wording was published for days that are over: a page can stay open for longer than that. */
export const isOver = computed(() => pageData.value !== undefined && isExpired(pageData.value, today.value));

/** The practice's wording; undefined before it is read, and after the last day on which it may be used. */
export const library = computed(() => (isOver.value ? undefined : pageData.value?.library));

/** The screen that is shown, by its id. It is never part of the address, and neither is anything else. */
export const screenId = signal('dial');

/** Whether everything is covered; what was typed stays. */
export const isHidden = signal(false);

/** The key of the clinician who uses the page; empty until somebody says so. */
export const clinicianKey = signal('');
