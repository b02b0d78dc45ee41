import type { Letter } from '../../src/render/letter.ts';
import { fullLetter, paragraph, value, words } from './sample-letters.ts';

/** A letter with a name of every script that comes along with the program, in every place where a name can stand. */
export const mixedLetter: Letter = {
  ...fullLetter,
  letterhead: ['Willow 🌿 Oak Counseling', '1200 Alder Street, Suite 4', 'Portland, OR 97205'],
  addressee: ['محمد عبد الله', '12 شارع السلام (الطابق 3)', 'Portland, OR 97214'],
  body: [
    paragraph(words('Dear '), value('name', 'فاطمة الزهراء'), words(',')),
    paragraph(
      words('It was good to meet '),
      value('appreciation', 'שָׁלוֹם בֶּן־צִיּוֹן (דוד) 123'),
      words(' and '),
      { kind: 'strong', children: [value('appreciation', 'مُحَمَّدٌ الشَّمْسُ، أبو علي')] },
      words(', and to hear of '),
      value('supports', 'क्षत्रिय प्रिया, कृष्ण'),
      words(', of '),
      value('supports', 'Nguyễn Thị Mỹ Hạnh'.normalize('NFD')),
      words(', and of '),
      value('supports', 'Ṣẹ́gun Ọ̀ṣun 👩‍⚕️❤️'),
      words('. The file is closed on Friday.'),
    ),
  ],
  notations: ['cc: Ελένη Παπαδοπούλου', 'cc: Ђорђе Щербáков'],
  inserts: [
    {
      language: 'ar',
      blocks: [
        { kind: 'heading', depth: 1, children: [words('المساعدة بلغات أخرى')] },
        paragraph(words('إذا كنت تحتاج إلى مساعدة، فهي مجانية. اتصل على 312-555-0100 بين 9 و17.')),
        {
          kind: 'list',
          ordered: false,
          items: [[paragraph(words('الخيار الأول'))], [paragraph(words('الثاني'))]],
        },
      ],
    },
    { language: 'es', blocks: [paragraph(words('Si necesita ayuda en otro idioma, es gratuita.'))] },
  ],
};
