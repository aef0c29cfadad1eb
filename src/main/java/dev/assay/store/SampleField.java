package dev.assay.store;

import dev.assay.schema.FormerWords;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a sample's line. */
enum SampleField {
    KIND("kind"),
    TRIAL("trial"),
    MODE("mode"),
    BLOCK("block"),
    POSITION("position"),
    ENVIRONMENT_PADDING("environmentPadding"),
    HASH_SEED("hashSeed"),
    WARMUP("warmup"),
    WALL_NS("wallNs"),
    WORK_NS("workNs"),
    USER_NS("userNs"),
    SYSTEM_NS("systemNs"),
    TASK_CLOCK_NS("taskClockNs"),
    PEAK_BYTES("peakBytes"),
    PEAK_QUANTUM_BYTES("peakQuantumBytes"),
    TREE_PEAK_LOW_BYTES("treePeakLowBytes"),
    TREE_PEAK_HIGH_BYTES("treePeakHighBytes"),
    MINOR_FAULTS("minorFaults"),
    MAJOR_FAULTS("majorFaults"),
    VOLUNTARY_SWITCHES("voluntarySwitches"),
    INVOLUNTARY_SWITCHES("involuntarySwitches"),
    LOST_NS("lostNs"),
    PROCESSES("processes"),
    SURVIVORS("survivors"),
    BUILD("build"),
    CPU_COMPLETE("cpuComplete"),
    OUTPUT_OK("outputOk"),
    PROBLEM("problem"),
    PEAK_QUALITY("peakQuality"),
    OWN_CPU_SHARE("ownCpuShare"),
    WORK_SERIES_NS("workSeriesNs"),
    STEPS("steps"),
    SERVICE("service"),
    COUNTERS("counters"),
    EXIT("exit");

    private static final Map<String, SampleField> NAMES = names();

    private final String title;

    SampleField(String title) {
        this.title = title;
    }

    private static Map<String, SampleField> names() {
        Map<String, SampleField> names = new HashMap<>();
        for (SampleField field : values()) {
            names.put(field.title, field);
        }
        FormerWords.fields().forEach((former, name) -> {
            SampleField field = names.get(name);
            if (field != null) {
                names.put(former, field);
            }
        });
        return names;
    }

    /** The field of a name of today or of former times; null if there is none. */
    static @Nullable SampleField find(String name) {
        return NAMES.get(name);
    }
}
