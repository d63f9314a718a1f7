/** The one small script of ordinary pages: each part does nothing where its marks are absent. */
import { addWithoutReload } from '../cart/add-without-reload.ts';
import { recomputeStanding } from '../certificate/recompute.ts';
import { refreshOffers } from '../product/refresh-offers.ts';
import { showCartCount } from './cart-count.ts';

recomputeStanding(document, new Date());
addWithoutReload(document);
showCartCount(document);
void refreshOffers(document);
