import { elastiCache } from './rows/elasticache.ts';
import { tellChapter } from './story.ts';

tellChapter(elastiCache);
