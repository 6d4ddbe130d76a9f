import { s3Kept } from './rows/s3-kept.ts';
import { tellChapter } from './story.ts';

tellChapter(s3Kept);
