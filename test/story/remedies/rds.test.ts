import { rds } from './rows/rds.ts';
import { tellChapter } from './story.ts';

tellChapter(rds);
