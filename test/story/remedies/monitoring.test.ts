import { monitoring } from './rows/monitoring.ts';
import { tellChapter } from './story.ts';

tellChapter(monitoring);
