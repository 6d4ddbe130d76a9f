import { edge } from './rows/edge.ts';
import { tellChapter } from './story.ts';

tellChapter(edge);
