import { serverless } from './rows/serverless.ts';
import { tellChapter } from './story.ts';

tellChapter(serverless);
