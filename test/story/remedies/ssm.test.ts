import { ssm } from './rows/ssm.ts';
import { tellChapter } from './story.ts';

tellChapter(ssm);
