import type { MedusaResponse } from '@medusajs/framework/http';

/** 404 for somebody who is not there, or whose account is closed. */
export function unknownMember(res: MedusaResponse): void {
  res.status(404).json({
    reason: 'unknown-member',
    message: 'Nothing was changed: nobody has this id, or the account is closed. Load the list again.',
  });
}

/** 404 for what is not there, and for what is somebody else's: nobody is told which. */
export function notHers(res: MedusaResponse): void {
  res.status(404).json({ reason: 'not-found', message: 'There is nothing here for whoever is signed in.' });
}
