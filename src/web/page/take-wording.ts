import { todayIn } from '../../course/today.ts';
import { clearCase } from '../case/case-state.ts';
import { findVoice } from '../dial/listen.tsx';
import type { WordingSource } from '../wording-source.ts';
import { source, today } from './page-state.ts';
import { recallClinician } from './remembered.ts';

/** Gives the page the wording to work with; what was typed with other wording is cleared. */
export function takeWording(wording: WordingSource): void {
  clearCase();
  const { practice } = wording.data.library;
  today.value = todayIn(practice.timeZone, new Date());
  source.value = wording;
  recallClinician(Object.keys(practice.clinicians));
  findVoice(practice.language);
}
