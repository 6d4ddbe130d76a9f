import { identity } from './rows/identity.ts';
import { tellChapter } from './story.ts';

tellChapter(identity);
