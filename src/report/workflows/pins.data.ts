/** Actions of others, by commit: a tag may be moved by whoever takes their account over. */
export const checkout = 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2';
