// Hash map churn: a drawn key is taken out of the map when it is there, else put in.
#include <charconv>
#include <chrono>
#include <cstdint>
#include <exception>
#include <iostream>
#include <optional>
#include <string_view>
#include <system_error>
#include <unordered_map>

namespace {

using Map = std::unordered_map<std::uint32_t, std::uint64_t>;

// The hash of the values taken out.
std::uint32_t churn(Map &map, std::uint64_t steps) {
    std::uint32_t hash = 0;
    std::uint32_t state = 42;
    for (std::uint64_t step = 0; step < steps; ++step) {
        state = 1664525 * state + 1013904223;
        const auto [entry, inserted] = map.try_emplace(state >> 16, step);
        if (!inserted) {
            hash = 31 * hash + static_cast<std::uint32_t>(entry->second);
            map.erase(entry);
        }
    }
    return hash;
}

// Goes on with the hash over what is left, in any order.
std::uint32_t digest(std::uint32_t hash, const Map &map) {
    for (const auto &[key, value] : map) {
        hash += 31 * key + static_cast<std::uint32_t>(value);
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
        std::cerr << "usage: hash-map-churn <steps>\n";
        return 2;
    }
    const auto start = std::chrono::steady_clock::now();
    Map map;
    const std::uint32_t hash = churn(map, *size);
    const std::chrono::nanoseconds elapsed = std::chrono::steady_clock::now() - start;
    std::cout << digest(hash, map) << '\n';
    std::cerr << "work_ns=" << elapsed.count() << '\n';
    return 0;
} catch (const std::exception &error) {
    std::cerr << "hash-map-churn: " << error.what() << '\n';
    return 1;
}
