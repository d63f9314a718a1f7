/** The one small script of ordinary pages: each part does nothing where its marks are absent. */
import { addWithoutReload } from '../shop/cart/add-without-reload.ts';
import { recomputeStanding } from '../catalogue/certificate/recompute.ts';
import { refreshOffers } from '../shop/availability/refresh-offers.ts';
import { showRecall } from '../shop/recall/show-recall.ts';
import { showCartCount } from '../shop/cart/cart-count.ts';
import { closeMenus } from './menu.ts';
import { showDayOfPrinting } from './sheet-foot.ts';
import { followTheAddress } from './language-link.ts';

closeMenus(document);
showDayOfPrinting(document, () => new Date());
recomputeStanding(document, new Date());
addWithoutReload(document);
showCartCount(document);
followTheAddress(document);
void refreshOffers(document);
void showRecall(document);
