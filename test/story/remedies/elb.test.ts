import { loadBalancers } from './rows/elb.ts';
import { tellChapter } from './story.ts';

tellChapter(loadBalancers);
