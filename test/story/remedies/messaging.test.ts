import { messaging } from './rows/messaging.ts';
import { tellChapter } from './story.ts';

tellChapter(messaging);
