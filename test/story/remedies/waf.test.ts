import { firewalls } from './rows/waf.ts';
import { tellChapter } from './story.ts';

tellChapter(firewalls);
