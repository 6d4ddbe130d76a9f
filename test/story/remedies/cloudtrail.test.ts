import { cloudTrail } from './rows/cloudtrail.ts';
import { tellChapter } from './story.ts';

tellChapter(cloudTrail);
