import { network } from './rows/network.ts';
import { tellChapter } from './story.ts';

tellChapter(network);
