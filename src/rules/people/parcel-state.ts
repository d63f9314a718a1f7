/**
 * How far a parcel (what one producer sends of an order) has come. `money`: a transfer or a card is awaited, or looked at by a person. `call`: the shop
 * has to speak with the buyer first. Neither is packed.
 */
export const parcelStates = [
  'money',
  'call',
  'to-pack',
  'packed',
  'handed-over',
  'delivered',
  'canceled',
] as const;

export type ParcelState = (typeof parcelStates)[number];
