import { copyPractice, refuseTaken } from '../files/copy-practice.ts';
import { EXIT, type Exit, type Io } from './io.ts';

const QUESTIONS: Readonly<Record<string, string>> = {
  name: 'Name of the practice: ',
  phone: 'Main number: ',
  timeZone: 'Time zone, such as America/Chicago: ',
};

/** `closewell init DIR`: a practice of one's own, copied from the sample; asks for name, number and time zone. */
export async function init(io: Io, folder: string): Promise<Exit> {
  await refuseTaken(folder);
  const answers: Record<string, string> = {};
  for (const [key, question] of Object.entries(QUESTIONS)) {
    const answer = io.ask === undefined ? '' : (await io.ask(question)).trim();
    if (answer !== '') answers[key] = answer;
  }
  await copyPractice(io.sampleFolder, folder, answers);
  const unasked =
    io.ask === undefined ? 'Nobody was asked: fill in name, phone and timeZone in practice.yaml.\n' : '';
  io.err(
    `${unasked}A practice of your own is in ${folder}. Next: closewell check --practice ${folder}\nIt lists what is left of the sample. Nothing is approved yet, and messages are marked DRAFT: read the wording, make it your own, then\n  closewell approve --practice ${folder} --by "YOUR NAME"\n`,
  );
  return EXIT.done;
}
