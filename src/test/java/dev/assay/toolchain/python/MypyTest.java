package dev.assay.toolchain.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.toolchain.host.CompilerDiagnostics;
import org.junit.jupiter.api.Test;

class MypyTest {
    @Test
    void readsTheErrorsAndTheirCodes() {
        CompilerDiagnostics said = Mypy.parse("""
                a.py:10: error: Returning Any from function declared to return "str"  [no-any-return]
                a.py:10: error: Unsupported operand types for + ("str" and "int")  [operator]
                a.py:12: error: Unsupported operand types for + ("int" and "str")  [operator]
                a.py:12: note: Both left and right operands are unions
                """);

        assertThat(said.codes()).containsExactly("no-any-return", "operator");
        assertThat(said.errors()).hasSize(3).first().asString().contains("declared to return \"str\"");
        assertThat(said.warnings()).isEmpty();
        assertThat(said.linking()).isFalse();
    }

    @Test
    void anErrorMayHaveNoCode() {
        CompilerDiagnostics said = Mypy.parse("a.py:1: error: Something [odd] happened\n");

        assertThat(said.errors()).hasSize(1);
        assertThat(said.codes()).isEmpty();
    }

    @Test
    void notesAloneAreNoErrors() {
        assertThat(Mypy.parse("a.py:3: note: Revealed type is \"int\"\n").errors())
                .isEmpty();
        assertThat(Mypy.parse("").errors()).isEmpty();
    }
}
