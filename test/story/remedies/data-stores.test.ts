import { dataStores } from './rows/data-stores.ts';
import { tellChapter } from './story.ts';

tellChapter(dataStores);
