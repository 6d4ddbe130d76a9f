import { trailAlarms } from './rows/trail-alarms.ts';
import { tellChapter } from './story.ts';

tellChapter(trailAlarms);
