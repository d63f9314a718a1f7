/** What the site's process says once it has its port, for whoever started it. */
export const listening = 'Listening on port';
