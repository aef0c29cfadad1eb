// Vector growth: values are pushed onto drawn vectors; one that is full is added up and begun anew.
#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <iostream>
#include <numeric>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace {

constexpr std::size_t VECTORS = 256;
// Values of a full vector. Nobody reserves room for them.
constexpr std::size_t FULL = 2000;
// Draws made beforehand; they are used over and over.
constexpr std::size_t DRAWS = 65536;

using Values = std::vector<std::uint64_t>;

std::vector<std::uint8_t> make_draws() {
    std::vector<std::uint8_t> draws(DRAWS);
    std::uint32_t state = 42;
    for (std::uint8_t &draw : draws) {
        state = 1664525 * state + 1013904223;
        draw = static_cast<std::uint8_t>(state >> 24);
    }
    return draws;
}

// The hash of the sums of full vectors.
std::uint32_t churn(std::array<Values, VECTORS> &vectors, std::uint64_t count,
                    const std::vector<std::uint8_t> &draws) {
    std::uint32_t hash = 0;
    for (std::uint64_t value = 0; value < count; ++value) {
        Values &values = vectors[draws[value % DRAWS]];
        values.push_back(value);
        if (values.size() == FULL) {
            const Values full = std::exchange(values, {});
            hash = 31 * hash + static_cast<std::uint32_t>(
                                   std::accumulate(full.begin(), full.end(), std::uint64_t{0}));
        }
    }
    return hash;
}

std::uint32_t digest(std::uint32_t hash, const std::array<Values, VECTORS> &vectors) {
    for (const Values &values : vectors) {
        for (const std::uint64_t value : values) {
            hash = 31 * hash + static_cast<std::uint32_t>(value);
        }
    }
    return hash;
}

// A whole number above zero.
std::optional<std::uint64_t> parse(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value > 0 ? std::optional(value) : std::nullopt;
}

} // namespace

int main(int argc, char **argv) try {
    const auto size = argc == 2 ? parse(argv[1]) : std::nullopt;
    if (!size) {
        std::cerr << "usage: vector-growth <values>\n";
        return 2;
    }
    const auto draws = make_draws();
    std::array<Values, VECTORS> vectors;
    const auto start = std::chrono::steady_clock::now();
    const std::uint32_t hash = churn(vectors, *size, draws);
    const std::chrono::nanoseconds elapsed = std::chrono::steady_clock::now() - start;
    std::cout << digest(hash, vectors) << '\n';
    std::cerr << "work_ns=" << elapsed.count() << '\n';
    return 0;
} catch (const std::exception &error) {
    std::cerr << "vector-growth: " << error.what() << '\n';
    return 1;
}
