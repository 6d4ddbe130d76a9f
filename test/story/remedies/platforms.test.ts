import { platforms } from './rows/platforms.ts';
import { tellChapter } from './story.ts';

tellChapter(platforms);
