/** The Core Business Vocabulary (GS1 CBV 2.0, chapter 7), as far as events of ours are checked. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** CBV 2.0, 7.1: business steps. */
export const BIZ_STEPS = words(`
  accepting arriving assembling collecting commissioning consigning creating_class_instance
  cycle_counting decommissioning departing destroying disassembling dispensing encoding
  entering_exiting holding inspecting installing killing loading other packing picking receiving
  removing repackaging repairing replacing reserving retail_selling sampling sensor_reporting
  shipping staging_outbound stock_taking stocking storing transporting unloading unpacking
  void_shipping`);

/** CBV 2.0, 7.2: dispositions. */
export const DISPOSITIONS = words(`
  active available completeness_inferred completeness_verified conformant container_closed
  container_open damaged destroyed dispensed disposed encoded expired in_progress in_transit
  inactive mismatch_class mismatch_instance mismatch_quantity needs_replacement no_pedigree_match
  non_conformant non_sellable_other partially_dispensed recalled reserved retail_sold returned
  sellable_accessible sellable_not_accessible stolen unavailable unknown`);

/** CBV 2.0, 7.3, 7.4, 7.5 and 7.6. */
export const BIZ_TRANSACTION_TYPES = words(`
  bol cert desadv inv pedigree po poc prodorder recadv rma testprd testres upevt`);
export const SOURCE_DESTINATION_TYPES = words('owning_party possessing_party location');
export const ERROR_REASONS = words('did_not_occur incorrect_data');
export const SENSOR_ALERTS = words('ALARM_CONDITION ERROR_CONDITION');
export const SENSOR_COMPONENTS = words(`
  x y z axial_distance azimuth height spherical_radius polar_angle elevation_angle easting northing
  latitude longitude altitude`);

/** What a sensor may measure (GS1 Web Vocabulary, gs1:MeasurementType). */
export const MEASUREMENTS = words(`
  AbsoluteHumidity AbsorbedDose AbsorbedDoseRate Acceleration Radioactivity Altitude
  AmountOfSubstance AmountOfSubstancePerUnitVolume Angle AngularAcceleration AngularMomentum
  AngularVelocity Area Capacitance Conductance Conductivity Count Density Dimensionless
  DoseEquivalent DoseEquivalentRate DynamicViscosity ElectricCharge ElectricCurrent
  ElectricCurrentDensity ElectricFieldStrength Energy Exposure Force Frequency Illuminance
  Inductance Irradiance KinematicViscosity Length LinearMomentum Luminance LuminousFlux
  LuminousIntensity MagneticFlux MagneticFluxDensity MagneticVectorPotential Mass
  MassConcentration MassFlowRate MassPerAreaTime MemoryCapacity MolalityOfSolute MolarEnergy
  MolarMass MolarVolume Power Pressure RadiantFlux RadiantIntensity RelativeHumidity Resistance
  Resistivity SolidAngle SpecificVolume Speed SurfaceDensity SurfaceTension Temperature Time Torque
  Voltage Volume VolumeFlowRate VolumeFraction VolumetricFlux Wavenumber`);

/**
 * Dispositions that say what a certain step has just brought about, and the steps that can: an
 * event with one of these and another step contradicts itself. The definitions of CBV 2.0, 7.2 name
 * the steps; dispositions that describe a lasting state, such as in_progress, damaged or unknown,
 * may be seen at any step and are left out.
 */
const stepsOfDisposition: Readonly<Record<string, ReadonlySet<string>>> = {
  active: words('commissioning creating_class_instance collecting sampling'),
  encoded: words('encoding'),
  in_transit: words('shipping departing transporting loading consigning'),
  inactive: words('decommissioning killing'),
  destroyed: words('destroying'),
  reserved: words('reserving'),
  retail_sold: words('retail_selling'),
  dispensed: words('dispensing'),
  partially_dispensed: words('dispensing'),
  sellable_accessible: words('stocking receiving stock_taking cycle_counting'),
  conformant: words('inspecting accepting receiving sampling'),
  non_conformant: words('inspecting accepting receiving sampling holding'),
  recalled: words('holding staging_outbound storing inspecting receiving shipping removing'),
};

/** Steps that bring about one thing alone, and what can be said of things then. */
const dispositionsOfStep: Readonly<Record<string, ReadonlySet<string>>> = {
  decommissioning: words('inactive'),
  destroying: words('destroyed disposed'),
  killing: words('inactive'),
  retail_selling: words('retail_sold'),
  encoding: words('encoded'),
};

/**
 * Whether a business step and a disposition of the CBV may stand in one event. A word of one's own
 * (a URI) on either side says nothing that could contradict.
 */
export function mayStandTogether(bizStep: string, disposition: string): boolean {
  return compatible(bareWord(bizStep), bareWord(disposition));
}

function compatible(bizStep: string, disposition: string): boolean {
  if (!BIZ_STEPS.has(bizStep) || !DISPOSITIONS.has(disposition)) return true;
  const steps = stepsOfDisposition[disposition];
  const dispositions = dispositionsOfStep[bizStep];
  return (steps?.has(bizStep) ?? true) && (dispositions?.has(disposition) ?? true);
}

/** A word of the CBV without its namespace; '' for none, any other URI as it is. */
export function bareWord(word: string | undefined): string {
  return (word ?? '').replace(/^(?:https:\/\/ref\.gs1\.org\/cbv\/|cbv:)(?:BizStep|Disp)-/, '');
}
