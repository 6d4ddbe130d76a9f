import { guards } from './rows/guards.ts';
import { tellChapter } from './story.ts';

tellChapter(guards);
