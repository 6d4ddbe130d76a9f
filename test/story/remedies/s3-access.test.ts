import { s3Access } from './rows/s3-access.ts';
import { tellChapter } from './story.ts';

tellChapter(s3Access);
