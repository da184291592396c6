/** What the launchers in `dist` call; one bundle, one function an entry. */
export { action } from './action.ts';
export { cli } from './cli.ts';
export { post } from './post.ts';
