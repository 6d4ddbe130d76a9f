import { kms } from './rows/kms.ts';
import { tellChapter } from './story.ts';

tellChapter(kms);
