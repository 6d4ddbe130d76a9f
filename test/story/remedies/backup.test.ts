import { backup } from './rows/backup.ts';
import { tellChapter } from './story.ts';

tellChapter(backup);
