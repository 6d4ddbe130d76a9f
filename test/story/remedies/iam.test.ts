import { iam } from './rows/iam.ts';
import { tellChapter } from './story.ts';

tellChapter(iam);
